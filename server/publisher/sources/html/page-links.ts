/** The name of the place within a page to which a tag links; undefined for other tags, and for the top of the page. */
export function linkedPlace(tag: string, attributes: ReadonlyMap<string, string>): string | undefined {
  const [, name] = (tag === 'a' && /^#(.+)$/.exec(attributes.get('href') ?? '')) || []
  return name === undefined || /^#?top$/i.test(name) ? undefined : name
}
