import { aTable } from '../rooms/aTable.ts'

/** A server process that a test can kill: file, port; prints its port when it listens. */
const [file = '', port = '0'] = process.argv.slice(2)
const table = await aTable({ file, port: Number(port), env: { ROOM_IDLE_SECONDS: 1 } })
process.on('SIGTERM', () => void table.close().then(() => process.exit(0)))
process.stdout.write(`${table.port}\n`)
