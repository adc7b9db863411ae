import { aTable } from './aTable.ts'

/** A server process that a test can kill or attack: file, port, limits. It prints its port when it listens. */
const [file = ':memory:', port = '0', env = '{}'] = process.argv.slice(2)
const table = await aTable({ file, port: Number(port), env: { ROOM_IDLE_SECONDS: 1, ...JSON.parse(env) } })

// The longest that this thread was busy in one turn. Its own CPU time, not the clock: others use this machine too.
let stallMs = 0
let before = process.threadCpuUsage()
setInterval(() => {
  const spent = process.threadCpuUsage(before)
  before = process.threadCpuUsage()
  stallMs = Math.max(stallMs, (spent.user + spent.system) / 1000)
}, 5)

table.server.on('request', (_request, response) => {
  const megabytes = process.memoryUsage().rss / 2 ** 20
  response.end(JSON.stringify({ stallMs, megabytes, ...table.rooms.health() }))
  stallMs = 0
})
process.on('SIGTERM', () => void table.close().then(() => process.exit(0)))
process.stdout.write(`${table.port}\n`)
