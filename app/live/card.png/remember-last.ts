/**
 * Makes the answer to a question once, however often it is asked; for another question the one before is forgotten.
 * Answers are made one at a time. One that could not be made is remembered too: asking again costs nothing.
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
