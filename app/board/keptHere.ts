import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** How long the page waits for the browser's own copy before it goes on without. */
const patienceMs = 4_000

/**
 * Keeps a document in this browser, under person and board, so that work done offline outlives the page.
 * Resolves when the kept copy is in the document; false when the browser keeps nothing (a private window, a full disk).
 */
export async function keepHere(name: string, doc: Y.Doc): Promise<boolean> {
  if (!(await canOpen())) return false
  const kept = new IndexeddbPersistence(name, doc)
  return Promise.race([
    kept.whenSynced.then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), patienceMs)),
  ])
}

/** Asked first: y-indexeddb waits for ever where a database cannot be opened. */
function canOpen(): Promise<boolean> {
  return new Promise((done) => {
    try {
      const asked = indexedDB.open('konte-probe', 1)
      asked.onsuccess = () => {
        asked.result.close()
        done(true)
      }
      asked.onerror = () => done(false)
      asked.onblocked = () => done(false)
    } catch {
      done(false)
    }
  })
}
