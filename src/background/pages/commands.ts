import * as v from 'valibot'
import { hidden, mutes, bannerRemovals } from '../../shared/storage/items.ts'
import type { Command } from '../../shared/messages/messages.ts'
import { inTurn } from '../storage/serial.ts'

const finite = v.pipe(v.number(), v.finite())
const shape = v.variant('kind', [
  v.object({ kind: v.literal('mute'), pair: v.nullable(v.string()), until: v.nullable(finite) }),
  v.object({ kind: v.literal('unmute'), pair: v.nullable(v.string()) }),
  v.object({ kind: v.literal('hide'), episode: v.string(), changedAt: finite }),
  v.object({ kind: v.literal('retry') }),
  v.object({ kind: v.literal('yield'), site: v.string() }),
  v.object({ kind: v.literal('details'), episode: v.string() }),
])

/** A sound request, or null. */
export function requestOf(message: unknown): Command | null {
  return v.is(shape, message) ? message : null
}

const hiddenMost = 500
const sitesMost = 50

/** A wish whose answer is a stored value. */
type Storable = Extract<Command, { kind: 'mute' | 'unmute' | 'hide' | 'yield' }>

const inOrder = inTurn('store a wish')

/** Carries out what the trader asked: mutes, unmutes, hides. Resolves when it is stored. */
export function carryOut(request: Storable, now: number): Promise<void> {
  return inOrder(() => store(request, now))
}

async function store(request: Storable, now: number): Promise<void> {
  if (request.kind === 'hide') {
    const { episode, changedAt } = request
    const others = (await hidden.get()).filter((known) => known.episode !== episode)
    return hidden.set([{ episode, changedAt }, ...others].slice(0, hiddenMost))
  }
  if (request.kind === 'yield') {
    const others = (await bannerRemovals.get()).filter(({ site }) => site !== request.site)
    return bannerRemovals.set([{ site: request.site, at: now }, ...others].slice(0, sitesMost))
  }
  const others = (await mutes.get()).filter(
    (mute) => mute.pair !== request.pair && (mute.until ?? Infinity) > now,
  )
  return mutes.set(
    request.kind === 'mute' ? [{ pair: request.pair, until: request.until }, ...others] : others,
  )
}
