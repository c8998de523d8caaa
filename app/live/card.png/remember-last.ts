/**
 * Makes the answer to a question once, until a different question is asked: only the last answer is remembered, also
 * a failed one, so that to ask again costs nothing. Answers are made one at a time.
 */
export function rememberLast<Answer>(
  make: (question: string) => Promise<Answer>,
): (question: string) => Promise<Answer> {
  let last: { readonly question: string; readonly answer: Promise<Answer> } | undefined
  return (question) => {
    if (last?.question === question) return last.answer
    const before = last?.answer.catch(() => undefined) ?? Promise.resolve(undefined)
    const answer = before.then(() => make(question))
    answer.catch(() => undefined)
    last = { question, answer }
    return answer
  }
}
