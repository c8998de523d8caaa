import { type ComponentType, createElement, type ReactNode, Suspense, use, useState } from 'react'

/** A part of the page that is no part of its first load. */
export interface Lazy<Props> {
  /**
   * The part; until it is there what the server rendered of it, or else the `fallback`: nothing, where none is given.
   */
  readonly Part: (props: Props & { readonly fallback?: ReactNode }) => ReactNode
  /** Loads it, once; called early, it is there when it is opened. */
  load(): Promise<void>
}

/**
 * Makes a component of one that has to be loaded. Where it was loaded before, it renders at once, and without a
 * boundary: what is in one the server may send behind everything else, for a script to put in its place.
 */
export function lazy<Props extends object>(loadPart: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined

  function load(): Promise<void> {
    loading ??= loadPart().then((part) => {
      Loaded = part
    })
    return loading
  }

  function Inside(props: Props): ReactNode {
    if (!Loaded) use(load())
    return Loaded && <Loaded {...props} />
  }

  function Part({ fallback = null, ...given }: Props & { readonly fallback?: ReactNode }): ReactNode {
    // For as long as it is mounted: what was put into a boundary stays in one, or it would begin anew.
    const [atOnce] = useState(() => Loaded)
    const props = given as unknown as Props
    if (atOnce) return createElement(atOnce, props)
    return (
      <Suspense fallback={fallback}>
        <Inside {...props} />
      </Suspense>
    )
  }

  return { load, Part }
}
