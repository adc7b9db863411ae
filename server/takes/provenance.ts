import { crc32 } from 'node:zlib'
import type { Take } from '#db/board/ledger.ts'
import type { Painting } from '#models/generator.ts'

const signature = 8
const header = 25

/**
 * The PNG with what it is and how it was made inside: XMP for libraries and search engines, and the line of
 * `parameters` that picture tools read. No pixel is touched.
 */
export function withProvenance(png: Uint8Array, take: Take, painting: Painting): Buffer {
  const [front, rest] = [png.subarray(0, signature + header), png.subarray(signature + header)]
  const chunks = [
    textChunk('XML:com.adobe.xmp', xmpOf(take, painting)),
    textChunk('parameters', parametersOf(take, painting)),
  ]
  return Buffer.concat([front, ...chunks, rest])
}

/** An iTXt chunk: keyword, not compressed, no language, no translation, UTF-8. */
function textChunk(keyword: string, text: string): Buffer {
  const body = Buffer.concat([Buffer.from(`iTXt${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** The painter is a procedure that was taught nothing by anybody's pictures: `algorithmicMedia` in IPTC's words. */
const sourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia'

function xmpOf(take: Take, { model }: Painting): string {
  const credit = `${take.by.name} with Konte (${model.name})`
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmp:CreatorTool="Konte" xmp:CreateDate="${new Date(take.at).toISOString()}"
 photoshop:Credit="${escaped(credit)}" Iptc4xmpExt:DigitalSourceType="${sourceType}">
<dc:creator><rdf:Seq><rdf:li>${escaped(take.by.name)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(promptOf(take))}</rdf:li></rdf:Alt></dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** Values with a comma, colon or line break are JSON strings, as the readers of this line expect. */
function parametersOf(take: Take, { model, width, height }: Painting): string {
  const values: Record<string, string | number> = {
    Pass: take.pass,
    Seed: take.seed,
    Variation: take.variation,
    Follow: take.follow,
    Size: `${width}x${height}`,
    Model: model.name,
    'Model hash': model.sha256,
    Take: take.id,
  }
  const quote = (value: string | number) => (/[,:\n]/.test(String(value)) ? JSON.stringify(value) : value)
  const line = Object.entries(values).map(([name, value]) => `${name}: ${quote(value)}`)
  return `${promptOf(take)}\n${line.join(', ')}`
}

const promptOf = ({ prompt, style }: Take) => [prompt, style].filter((words) => words !== '').join('\n')

// Control characters have no place in XML, not even escaped.
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
