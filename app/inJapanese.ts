import { words } from './people/words.ts'

const roles = words.ja.role

/** The sentences of the server's refusals, and what they are in Japanese. `*` stands for a number or a word. */
const sentences: Record<string, string> = {
  'A name is needed.': '名前を入力してください。',
  'A name has at most * characters.': '名前は*文字までです。',
  'A colour is six hexadecimal digits, like #2b62c9.': '色は #2b62c9 のような16進数6桁で指定します。',
  'This is not an e-mail address.': 'メールアドレスの形になっていません。',
  'This e-mail address is too long.': 'メールアドレスが長すぎます。',
  'A password has at least * characters.': 'パスワードは*文字以上にしてください。',
  'A password has at most * characters.': 'パスワードは*文字までです。',
  'This e-mail address is taken.': 'このメールアドレスはすでに使われています。',
  'If it is yours, sign in with it.': 'ご自身のものなら、それでサインインしてください。',
  'This e-mail and password do not belong together.': 'メールアドレスとパスワードの組み合わせが違います。',
  'Sign in, or open your invitation link again.': 'サインインするか、招待リンクをもう一度開いてください。',
  'Too many wrong tries from your address.': '間違いが続いたため、しばらく受け付けられません。',
  'Try again in * min.': '*分後にもう一度お試しください。',
  'This start link was used already.': 'この開始リンクはすでに使われました。',
  'Its owner can invite you.': 'オーナーに招待してもらってください。',
  'This start link is not valid.': 'この開始リンクは正しくありません。',
  'Take the newest one that Konte printed when it started.':
    'Konteの起動時に表示された最新のリンクを使ってください。',
  'This invitation link is not valid.': 'この招待リンクは正しくありません。',
  'This invitation was withdrawn.': 'この招待は取り消されました。',
  'This invitation has expired.': 'この招待は期限が切れています。',
  'Ask whoever sent it for a new one.': '送ってくれた人に、新しいリンクを頼んでください。',
  'As * you may not do this.': '今の役割（*）ではこの操作はできません。',
  'Ask the owner of the project.': 'プロジェクトのオーナーに相談してください。',
  'Only an owner can invite another owner.': 'オーナーを招待できるのはオーナーだけです。',
  'There is no such invitation in this project.': 'この招待はこのプロジェクトにありません。',
  'They are not a member of this project any more.': 'その人はもうこのプロジェクトの参加者ではありません。',
  'A project needs an owner: make somebody else owner first.':
    'プロジェクトにはオーナーが必要です。先に別の人をオーナーにしてください。',
  'There is no such board, or you are not a member of its project.':
    'この絵コンテは存在しないか、あなたはそのプロジェクトの参加者ではありません。',
  'There is no such project, or you are not a member of it.':
    'このプロジェクトは存在しないか、あなたは参加者ではありません。',
  'This request came from a page of another site.': '別のサイトのページから送られたため、受け付けません。',
  'The request could not be read.': 'リクエストを読み取れませんでした。',
  'The file is empty.': 'ファイルが空です。',
  'The file is larger than * MB.': 'ファイルが*MBを超えています。',
  'The file is not a PNG, JPEG or WebP picture.': 'PNG、JPEG、WebPの画像ではありません。',
  'The picture is * × * pixels; at most * a side are taken.':
    '画像が大きすぎます（*×*ピクセル）。一辺は*ピクセルまでです。',
  'The picture is damaged.': '画像が壊れています。',
  'The picture did not arrive whole.': '画像が途中までしか届きませんでした。',
  'The picture is too large for this server.': '画像がこのサーバーの上限を超えています。',
  'The file of this picture is missing on the server.': 'この画像のファイルがサーバーにありません。',
  'This picture is not kept here.': 'この画像は保存されていません。',
  'This file is not a picture.': 'このファイルは画像ではありません。',
  'The address is not the sha-256 of a file.': '画像のアドレスが正しくありません。',
  'The strokes of the panel are not in the form Konte reads.': 'パネルの線をKonteが読める形ではありません。',
  "The server's disk is full: the picture was not kept.":
    'サーバーのディスクがいっぱいで、画像を保存できませんでした。',
  'Ask whoever runs it to make room.': '管理している人に空きを作るよう頼んでください。',
  'Try again.': 'もう一度お試しください。',
  'This model is not installed here.': 'このモデルはここに入っていません。',
  'Choose another one.': '別のモデルを選んでください。',
  'A first pass works over no other take.': '一次生成は、ほかのテイクの上には描けません。',
  'A second pass needs a finished take of this panel to work over.':
    '二次生成には、このパネルの完成したテイクが必要です。',
  'This take is not there any more.': 'このテイクはもうありません。',
  'This take has no picture to show.': 'このテイクには表示できる画がありません。',
  'The drawing of this panel did not arrive.': 'このパネルの絵が届きませんでした。',
  'The picture of this panel is not a PNG.': 'このパネルの画像がPNGではありません。',
  'The strokes of this panel cannot be read.': 'このパネルの線を読み取れません。',
  'Reload the page and try again.': 'ページを再読み込みして、もう一度お試しください。',
  'This panel is more than four times as long as it is wide.': 'このパネルは縦横の比が4倍を超えています。',
  'Only who asked for this take, or a director, may do this.':
    'この操作は、テイクを依頼した人か演出だけができます。',
  'You may have * takes waiting.': '待機中のテイクは*本までです。',
  'Wait until some are done, or cancel some.': 'いくつか終わるのを待つか、中止してください。',
  'The take that this one works over is gone.': '元になるテイクがもうありません。',
}

const known = Object.entries(sentences).map(([english, japanese]) => ({
  pattern: new RegExp(`^${english.split('*').map(escapeAll).join('(.+?)')}$`),
  japanese,
}))

/** What the server said, sentence by sentence; null when one of them is not known here. */
export function inJapanese(message: string): string | null {
  const said = message.split(/(?<=[.!?])\s+(?=[A-Z])/).map(one)
  return said.includes(null) ? null : said.join('')
}

function one(sentence: string): string | null {
  for (const { pattern, japanese } of known) {
    const found = pattern.exec(sentence)
    if (!found) continue
    let at = 0
    return japanese.replace(/\*/g, () => inWords(found[++at] ?? ''))
  }
  return null
}

/** Roles have names; numbers are numbers everywhere. */
function inWords(hole: string): string {
  return roles[hole as keyof typeof roles] ?? hole
}

function escapeAll(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
