import { type ComponentType, type ReactNode, Suspense, use } from 'react'

/** A part of the page that is no part of its first load. */
export interface Later<Props> {
  /** The part; until it is there what the server rendered of it, or else the `fallback`: nothing, where none is given. */
  readonly Part: (props: Props & { readonly fallback?: ReactNode }) => ReactNode
  /** Loads it, once; called early, it is there when it is opened. */
  load(): Promise<void>
}

/** Makes a component of one that has to be loaded. Where it was loaded before, it renders at once. */
export function later<Props extends object>(loadPart: () => Promise<ComponentType<Props>>): Later<Props> {
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

  return {
    load,
    Part: ({ fallback = null, ...props }) => (
      <Suspense fallback={fallback}>
        <Inside {...(props as unknown as Props)} />
      </Suspense>
    ),
  }
}
