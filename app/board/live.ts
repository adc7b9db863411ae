import { useSyncExternalStore } from 'react'

/** A value that changes, and tells when. What `get` returns stays the same object until it changes. */
export type Live<T> = { get(): T; subscribe(tell: () => void): () => void }

export type LiveCell<T> = Live<T> & { set(value: T): void }

export function makeLive<T>(start: T): LiveCell<T> {
  let value = start
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const tell of [...listeners]) tell()
    },
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get, live.get)
}

/** A part of a live value. Renders again only when that part is another one: pick texts, numbers or kept objects. */
export function usePart<T, Part>(live: Live<T>, pick: (value: T) => Part): Part {
  const read = () => pick(live.get())
  return useSyncExternalStore(live.subscribe, read, read)
}
