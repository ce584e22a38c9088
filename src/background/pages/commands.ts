import * as v from 'valibot'
import type { Command } from '../../shared/messages/messages.ts'
import { tiers } from '../../market/tier.ts'
import { siteOf } from '../../exchanges/registry.ts'
import { pairRuleOf, withPairRule } from '../../shared/settings/pair-rules.ts'
import { changeSettings } from '../../shared/settings/settings-item.ts'
import { episodes } from '../../shared/storage/items.ts'
import { keyCheckSteps } from '../../shared/storage/key-check-steps.ts'
import { siteMemory, withMemory } from '../../shared/storage/site-memory.ts'
import { isMuting } from '../../shared/visible.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { storeValue } from '../storage/stored-writer.ts'
import { traderValues } from '../storage/trader-values.ts'

/** A page that was taken over sends what it likes: nothing that it could store is long, large or without end. */
const text = v.pipe(v.string(), v.maxLength(250))
/** `pairKey`, or `venue:*`, of a venue that exists. */
const knownPair = v.pipe(
  text,
  v.check((key) => siteOf(key.split(':', 1)[0] ?? '') !== undefined),
)
/** What a `Date` can hold, ms UTC (ECMA-262, 21.4.1.1). */
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))
/** No window is so large, px. */
const offset = v.pipe(v.number(), v.minValue(-100_000), v.maxValue(100_000))
const place = v.object({ left: offset, top: offset })
const ids = v.pipe(v.array(text), v.maxLength(100))
const memory = v.object({
  place: v.exactOptional(v.nullable(place)),
  opened: v.exactOptional(ids),
  paused: v.exactOptional(ids),
})
const commandSchema = v.variant('kind', [
  v.object({ kind: v.literal('mute'), pair: v.nullable(knownPair), until: v.nullable(time) }),
  v.object({ kind: v.literal('unmute'), pair: v.nullable(text) }),
  v.object({
    kind: v.literal('hide'),
    episode: text,
    changedAt: time,
    officialAt: v.exactOptional(time),
  }),
  v.object({ kind: v.literal('not-helpful'), episode: text, isNot: v.boolean() }),
  v.object({
    kind: v.literal('key-check'),
    episode: text,
    step: v.picklist(keyCheckSteps),
    isDone: v.boolean(),
  }),
  v.object({ kind: v.literal('quieter'), pair: knownPair, least: v.nullable(v.picklist(tiers)) }),
  v.object({ kind: v.literal('hide-country-notice') }),
  v.object({ kind: v.literal('retry') }),
  v.object({ kind: v.literal('run-banner') }),
  v.object({ kind: v.literal('yield'), site: text }),
  v.object({ kind: v.literal('remember'), site: text, memory }),
  v.object({ kind: v.literal('details'), episode: text }),
])

/** The message as a command; null where it is not a valid one. */
export function parseCommand(message: unknown): Command | null {
  return v.is(commandSchema, message) ? message : null
}

const maxHidden = 500
const maxKeyChecks = 100
const maxNotHelpful = 500
const maxSites = 50
const maxMutes = 500
/** The longest mute that ends by itself, ms. */
const maxMuteMs = 366 * 86_400_000
/** What a page shows may be so much (ms) newer than what is stored. */
const maxNewerMs = 60_000

/** A command whose effect is a stored value. */
type StoredCommand = Exclude<Command, { kind: 'retry' | 'run-banner' | 'details' }>

const enqueue = serialQueue('store a command')

/** Carries out a command that changes a stored value. Resolves when it is stored, or counts while it cannot be. */
export function storeCommand(command: StoredCommand, now: number): Promise<void> {
  return enqueue(() => store(command, now))
}

/** Runs a task once the commands so far are stored, and before any later one is. */
export function afterCommands(task: () => Promise<void>): Promise<void> {
  return enqueue(task)
}

async function store(command: StoredCommand, now: number): Promise<void> {
  const { mutes, removedBanners } = traderValues
  if (command.kind === 'hide-country-notice')
    return changeSettings((present) => ({ ...present, countryNotice: false }))
  if (command.kind === 'hide') {
    const { episode, officialAt } = command
    const known = (await episodes.get()).find(({ id }) => id === episode)
    // Only what was shown can be hidden, not what an episode will be.
    const changedAt = Math.min(command.changedAt, known ? known.changedAt + maxNewerMs : Infinity)
    const others = (await traderValues.hidden.get()).filter((known) => known.episode !== episode)
    const entry = { episode, changedAt, ...(officialAt !== undefined && { officialAt }) }
    return traderValues.hidden.set([entry, ...others].slice(0, maxHidden))
  }
  if (command.kind === 'quieter') {
    const { pair, least } = command
    return changeSettings((present) => {
      const rule = { ...pairRuleOf(present.pairRules, pair), pair, least }
      return { ...present, pairRules: withPairRule(present.pairRules, rule) }
    })
  }
  if (command.kind === 'key-check') {
    const { episode, step, isDone } = command
    const all = await traderValues.keyChecks.get()
    const before = all.find((known) => known.episode === episode)?.done ?? []
    const done = [...before.filter((each) => each !== step), ...(isDone ? [step] : [])]
    const others = all.filter((known) => known.episode !== episode)
    return traderValues.keyChecks.set([{ episode, done }, ...others].slice(0, maxKeyChecks))
  }
  if (command.kind === 'not-helpful') return storeNotHelpful(command, now)
  if (command.kind === 'yield') {
    const others = (await removedBanners.get()).filter(({ site }) => site !== command.site)
    return removedBanners.set([{ site: command.site, at: now }, ...others].slice(0, maxSites))
  }
  if (command.kind === 'remember') {
    const item = siteMemory(command.site)
    return storeValue(item, withMemory(await item.get(), command.memory))
  }
  const others = (await mutes.get()).filter((mute) => mute.pair !== command.pair && isMuting(mute, now))
  if (command.kind === 'unmute') return mutes.set(others)
  const until = command.until === null ? null : Math.min(command.until, now + maxMuteMs)
  return mutes.set([{ pair: command.pair, until, since: now }, ...others].slice(0, maxMutes))
}

async function storeNotHelpful(
  { episode: id, isNot }: Extract<Command, { kind: 'not-helpful' }>,
  now: number,
): Promise<void> {
  const { notHelpful } = traderValues
  const all = await notHelpful.get()
  const others = all.filter(({ episode }) => episode !== id)
  // Only what was shown can be judged: a page may name what it likes.
  const episode = (await episodes.get()).find((known) => known.id === id)
  if (!isNot || !episode) return notHelpful.set(isNot ? all : others)
  const { kind, tier } = episode
  return notHelpful.set([{ episode: id, kind, tier, at: now }, ...others].slice(0, maxNotHelpful))
}
