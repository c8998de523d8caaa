import { type ComponentType, createElement, type ReactNode, Suspense, use, useState } from 'react'
import { retryImport } from './retry-import.ts'

/** A component that is not part of the first load. */
export interface Lazy<Props> {
  /** The component. While it loads, its HTML from the server remains; without any, the `fallback` (default: none). */
  readonly Part: (props: Props & { readonly fallback?: ReactNode }) => ReactNode
  /** Loads the component once; a call before it is opened preloads it. */
  load(): Promise<void>
}

/**
 * Wraps a component that is loaded by `loadPart`, which is called again until it succeeds. Once loaded, it renders
 * without a Suspense boundary: the server may send the content of a boundary last, and only a script could move it to
 * its position.
 */
export function lazy<Props extends object>(loadPart: () => Promise<ComponentType<Props>>): Lazy<Props> {
  let Loaded: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined

  function load(): Promise<void> {
    loading ??= retryImport(loadPart).then((part) => {
      Loaded = part
    })
    return loading
  }

  function Inside(props: Props): ReactNode {
    if (!Loaded) use(load())
    return Loaded && <Loaded {...props} />
  }

  function Part({ fallback = null, ...given }: Props & { readonly fallback?: ReactNode }): ReactNode {
    // Fixed while mounted: removing the boundary around a mounted part would mount it again and lose its state.
    const [loadedAtMount] = useState(() => Loaded)
    const props = given as unknown as Props
    if (loadedAtMount) return createElement(loadedAtMount, props)
    return (
      <Suspense fallback={fallback}>
        <Inside {...props} />
      </Suspense>
    )
  }

  return { load, Part }
}
