import * as v from 'valibot'
import type { Command } from '../../shared/messages/messages.ts'
import { hidden, mutes, bannerRemovals } from '../../shared/storage/items.ts'
import { siteMemory, withMemory } from '../../shared/storage/site-memory.ts'
import { isMuting } from '../../shared/visible.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { storeValue } from '../storage/stored-writer.ts'

const finite = v.pipe(v.number(), v.finite())
const place = v.object({ left: finite, top: finite })
const ids = v.pipe(v.array(v.string()), v.maxLength(100))
const memory = v.object({
  place: v.exactOptional(v.nullable(place)),
  opened: v.exactOptional(ids),
  paused: v.exactOptional(ids),
})
const commandSchema = v.variant('kind', [
  v.object({ kind: v.literal('mute'), pair: v.nullable(v.string()), until: v.nullable(finite) }),
  v.object({ kind: v.literal('unmute'), pair: v.nullable(v.string()) }),
  v.object({ kind: v.literal('hide'), episode: v.string(), changedAt: finite }),
  v.object({ kind: v.literal('retry') }),
  v.object({ kind: v.literal('yield'), site: v.string() }),
  v.object({ kind: v.literal('remember'), site: v.string(), memory }),
  v.object({ kind: v.literal('details'), episode: v.string() }),
])

/** The message as a command; null where it is not a valid one. */
export function parseCommand(message: unknown): Command | null {
  return v.is(commandSchema, message) ? message : null
}

const maxHidden = 500
const maxSites = 50

/** A command whose effect is a stored value. */
type StoredCommand = Extract<Command, { kind: 'mute' | 'unmute' | 'hide' | 'yield' | 'remember' }>

const enqueue = serialQueue('store a command')

/** Carries out a command that changes a stored value. Resolves when it is stored. */
export function storeCommand(command: StoredCommand, now: number): Promise<void> {
  return enqueue(() => store(command, now))
}

/** Runs a task once the commands so far are stored, and before any later one is. */
export function afterCommands(task: () => Promise<void>): Promise<void> {
  return enqueue(task)
}

async function store(command: StoredCommand, now: number): Promise<void> {
  if (command.kind === 'hide') {
    const { episode, changedAt } = command
    const others = (await hidden.get()).filter((known) => known.episode !== episode)
    return storeValue(hidden, [{ episode, changedAt }, ...others].slice(0, maxHidden))
  }
  if (command.kind === 'yield') {
    const others = (await bannerRemovals.get()).filter(({ site }) => site !== command.site)
    return storeValue(bannerRemovals, [{ site: command.site, at: now }, ...others].slice(0, maxSites))
  }
  if (command.kind === 'remember') {
    const item = siteMemory(command.site)
    return storeValue(item, withMemory(await item.get(), command.memory))
  }
  const others = (await mutes.get()).filter((mute) => mute.pair !== command.pair && isMuting(mute, now))
  return storeValue(
    mutes,
    command.kind === 'mute' ? [{ pair: command.pair, until: command.until, since: now }, ...others] : others,
  )
}
