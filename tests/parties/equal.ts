import * as Y from 'yjs'

/** Everything a document of `editAtRandom` shows, in words that can be compared. */
export function shownBy(doc: Y.Doc) {
  return {
    strokes: Object.fromEntries(
      [...doc.getMap<Uint8Array>('strokes')]
        .sort()
        .map(([id, bytes]) => [id, Buffer.from(bytes).toString('hex')]),
    ),
    panels: doc.getMap('panels').toJSON(),
    list: doc.getArray('list').toJSON(),
    text: doc.getText('text').toDelta(),
    clocks: Object.fromEntries([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort()),
  }
}
