import { listenToHtml } from './html-tokens.ts'

/** The names of the places within a page to which it links, in order, each once; without its top. */
export function readPageLinks(page: string): readonly string[] {
  const names = new Set<string>()
  listenToHtml(page, {
    open(tag, attributes) {
      const [, name] = (tag === 'a' && /^#(.+)$/.exec(attributes.get('href') ?? '')) || []
      if (name !== undefined && !/^#?top$/i.test(name)) names.add(name)
    },
    close() {},
    text() {},
  })
  return [...names]
}
