import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { asc, count, eq } from 'drizzle-orm'
import { openDb } from '#db/open.ts'
import { boards, members, projects, user } from '#db/tables.ts'
import { filesOf, tellDamage } from './dataFolder.ts'
import { type Env, readEnv } from './env.ts'
import { isGuestEmail } from './people/guests.ts'
import { makeStartKey } from './people/startKey.ts'
import { printEnv } from './printEnv.ts'

type Command = { about: string; run(env: Env, args: string[]): void | Promise<void> }

/** `npm run admin -- <command>`; all of them may be run beside a running Konte. */
const commands: Record<string, Command> = {
  env: {
    about: 'prints every variable with its default, in the form of an .env file',
    run: () => console.log(printEnv()),
  },
  'start-link': {
    about: 'makes a one-time link whose bearer becomes owner of every project',
    async run(env) {
      const key = makeStartKey(await open(env))
      console.log(`${env.PUBLIC_URL || `http://localhost:${env.PORT}`}/start/${key}`)
    },
  },
  people: {
    about: 'lists everybody, with e-mail (guests have none) and projects',
    async run(env) {
      const rows = (await open(env))
        .select({
          name: user.name,
          email: user.email,
          since: user.createdAt,
          projects: count(members.project),
        })
        .from(user)
        .leftJoin(members, eq(members.user, user.id))
        .groupBy(user.id)
        .orderBy(asc(user.createdAt))
        .all()
      for (const { name, email, since, projects } of rows) {
        const how = isGuestEmail(email) ? 'guest' : email
        console.log(`${name}\t${how}\t${projects} projects\tsince ${since.toISOString().slice(0, 10)}`)
      }
    },
  },
  projects: {
    about: 'lists every project with its boards',
    async run(env) {
      const rows = (await open(env))
        .select({ name: projects.name, archived: projects.archived, boards: count(boards.id) })
        .from(projects)
        .leftJoin(boards, eq(boards.project, projects.id))
        .groupBy(projects.id)
        .orderBy(asc(projects.made))
        .all()
      for (const { name, archived, boards } of rows)
        console.log(`${name}\t${boards} boards${archived ? '\tarchived' : ''}`)
    },
  },
  backup: { about: '<folder>: copies everything that is kept into a new folder', run: backup },
}

/** The databases by SQLite's own copying, which is whole while somebody writes; pictures never change, so after them. */
async function backup(env: Env, [to]: string[]): Promise<void> {
  if (!to) throw new Error('Say into which folder: npm run admin -- backup <folder>')
  if (existsSync(to)) throw new Error(`${to} is there already; name a folder that is not.`)
  const [from, into] = [filesOf(resolve(env.DATA_DIR)), filesOf(resolve(to))]
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const [file, copy] of [
    [from.database, into.database],
    // The log of changes before their snapshots: what is cut from the log meanwhile is in the snapshots.
    [from.rooms, into.rooms],
    [from.snapshots, into.snapshots],
  ] as const) {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    await database.backup(copy)
    database.close()
  }
  await cp(from.assets, into.assets, { recursive: true })
  copyFileSync(join(env.DATA_DIR, 'secret'), join(to, 'secret'))
  console.log(`Everything is in ${resolve(to)}. To use it, start Konte with DATA_DIR=${resolve(to)}`)
}

function open(env: Env) {
  const file = filesOf(resolve(env.DATA_DIR)).database
  if (!existsSync(file)) throw new Error(`There is no Konte in ${resolve(env.DATA_DIR)}; set DATA_DIR.`)
  return tellDamage(file, async () => openDb(file))
}

if (existsSync('.env')) process.loadEnvFile('.env')
const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (command) {
  try {
    await command.run(readEnv(process.env), args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
} else {
  console.log('npm run admin -- <command>\n')
  for (const [each, { about }] of Object.entries(commands)) console.log(`  ${each.padEnd(12)} ${about}`)
  if (name !== 'help') process.exitCode = 1
}
