import { Parser } from 'htmlparser2'

/** The elements of an XML text in their order; names are without the prefix of their namespace. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Calls the listener for each element and text. No document type is read, so that no entity can multiply. */
export function listenToXml(xml: string, listener: XmlListener): void {
  const plain = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => listener.open?.(plain(name), attributes),
      ontext: (text) => listener.text?.(text),
      onclosetag: (name) => listener.close?.(plain(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
}
