const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** How a word is put into a text at the caret, with the commas it needs there: where, what, and the caret afterwards. */
export function joinWord(text: string, caret: number, word: string) {
  const comma = isJapanese.test(word) ? '、' : ', '
  const before = text.slice(0, caret).trimEnd()
  const isOpen = before === '' || /[、,。.\n]$/.test(before)
  const at = isOpen ? caret : before.length
  const lead = isOpen ? (/[,.]$/.test(before) && before.length === at ? ' ' : '') : comma
  const after = text.slice(at)
  const tail = /^\s*($|[、,。.\n])/.test(after) ? '' : /^\s/.test(after) ? comma.trimEnd() : comma
  return { at, piece: `${lead}${word}${tail}`, caret: at + lead.length + word.length }
}
