import type { Role } from './access.ts'
import type { Take, TakeState } from './board/ledger.ts'
import type { AssetHash, BoardId, PanelId, ProjectId, TakeId, UserId } from './ids.ts'
import { type Kit, sqliteKit } from './kit.ts'

/** Everything that is kept but the documents of open boards (server/rooms keeps those) and the pictures themselves. */
export function defineTables(kit: Kit) {
  const people = peopleTables(kit)
  const projects = projectTables(kit)
  return { ...people, ...projects, ...takeTables(kit), ...assetTables(kit) }
}

/** Names and columns are the ones better-auth asks for; `colour` and `isAnonymous` are added fields. */
function peopleTables({ table, text, bool, time }: Kit) {
  const user = table('user', {
    id: text('id').$type<UserId>().primaryKey(),
    name: text('name').notNull(),
    /** Guests have one at `guests.invalid` until they give their own. */
    email: text('email').notNull().unique(),
    emailVerified: bool('email_verified').notNull().default(false),
    image: text('image'),
    colour: text('colour').notNull().default('#2b62c9'),
    isAnonymous: bool('is_anonymous').default(false),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  })
  const owner = () =>
    text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' })
  const session = table('session', {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: owner(),
    expiresAt: time('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  })
  const account = table('account', {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: owner(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: time('access_token_expires_at'),
    refreshTokenExpiresAt: time('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  })
  const verification = table('verification', {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: time('expires_at').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  })
  /** One-time keys that make their bearer the owner of this Konte; only the hash is kept. */
  const startKeys = table('start_keys', {
    hash: text('hash').primaryKey(),
    made: time('made').notNull(),
    used: time('used'),
    usedBy: text('used_by').$type<UserId>(),
  })
  return { user, session, account, verification, startKeys }
}

function projectTables({ table, text, int, time, primaryKey, index }: Kit) {
  const projects = table('projects', {
    id: text('id').$type<ProjectId>().primaryKey(),
    name: text('name').notNull(),
    cover: text('cover').$type<AssetHash>(),
    made: time('made').notNull(),
    archived: time('archived'),
  })
  const project = () =>
    text('project')
      .$type<ProjectId>()
      .notNull()
      .references(() => projects.id)
  const members = table(
    'members',
    {
      project: project(),
      user: text('user').$type<UserId>().notNull(),
      role: text('role').$type<Role>().notNull(),
      joined: time('joined').notNull(),
    },
    (member) => [
      primaryKey({ columns: [member.project, member.user] }),
      index('members_user').on(member.user),
    ],
  )
  const invites = table('invites', {
    id: text('id').primaryKey(),
    /** sha-256 of the link's key: a copy of the database opens no door. */
    hash: text('hash').notNull().unique(),
    project: project(),
    role: text('role').$type<Role>().notNull(),
    by: text('by').$type<UserId>().notNull(),
    made: time('made').notNull(),
    expires: time('expires').notNull(),
    revoked: time('revoked'),
    uses: int('uses').notNull().default(0),
  })
  const boards = table(
    'boards',
    {
      id: text('id').$type<BoardId>().primaryKey(),
      project: project(),
      name: text('name').notNull(),
      cover: text('cover').$type<AssetHash>(),
      made: time('made').notNull(),
      archived: time('archived'),
      /** When somebody who may draw last came or went. */
      worked: time('worked'),
    },
    (board) => [index('boards_project').on(board.project)],
  )
  return { projects, members, invites, boards }
}

/** A take is asked for, waits, is run and ends here; the ledger of its board shows the same to everyone. */
function takeTables({ table, text, int, time, json, primaryKey, index }: Kit) {
  const takes = table(
    'takes',
    {
      id: text('id').$type<TakeId>().primaryKey(),
      board: text('board').$type<BoardId>().notNull(),
      panel: text('panel').$type<PanelId>().notNull(),
      by: text('by').$type<UserId>().notNull(),
      /** How it is made; never changes. */
      take: json<Take>('take').notNull(),
      state: json<TakeState>('state').notNull(),
      kind: text('kind').$type<TakeState['kind']>().notNull(),
      priority: int('priority').notNull().default(0),
      attempts: int('attempts').notNull().default(0),
      worker: text('worker'),
      /** A claimed job is the worker's until then; afterwards anyone may claim it again. */
      leaseUntil: time('lease_until'),
      asked: time('asked').notNull(),
      started: time('started'),
      ended: time('ended'),
      removed: time('removed'),
    },
    (take) => [
      index('takes_board').on(take.board),
      index('takes_kind').on(take.kind, take.asked),
      // Whose turn it is depends on when each person was last served.
      index('takes_by').on(take.by, take.started),
    ],
  )
  const shownTakes = table(
    'shown_takes',
    {
      board: text('board').$type<BoardId>().notNull(),
      panel: text('panel').$type<PanelId>().notNull(),
      /** null: the panel shows no take. */
      take: text('take').$type<TakeId>(),
      by: text('by').$type<UserId>().notNull(),
      at: time('at').notNull(),
    },
    // A copied board keeps the ids of its panels.
    (shown) => [primaryKey({ columns: [shown.board, shown.panel] })],
  )
  return { takes, shownTakes }
}

function assetTables({ table, text, int, time }: Kit) {
  const assets = table('assets', {
    hash: text('hash').$type<AssetHash>().primaryKey(),
    mime: text('mime').notNull(),
    bytes: int('bytes').notNull(),
    width: int('width'),
    height: int('height'),
    by: text('by').$type<UserId>(),
    made: time('made').notNull(),
  })
  return { assets }
}

export const tables = defineTables(sqliteKit)
export type Tables = typeof tables
export const { user, session, account, verification, startKeys } = tables
export const { projects, members, invites, boards, takes, shownTakes, assets } = tables
