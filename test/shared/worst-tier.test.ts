import { expect, test } from 'vitest'
import { muteKey } from '../../src/shared/visible.ts'
import { worstTier } from '../../src/shared/worst-tier.ts'
import { dump, episode, incident, wallNow } from '../../tools/examples/made-up.ts'

const all = [dump(), incident(), episode()]

test('the worst tier is the highest of open episodes that are not muted', () => {
  expect(worstTier(all, [], wallNow)).toBe('danger')
  expect(worstTier([], [], wallNow)).toBeNull()
  expect(worstTier([episode({ phase: 'settled' }), dump()], [], wallNow)).toBe('notice')
  const mute = { pair: muteKey(incident()), until: wallNow + 1 }
  expect(worstTier(all, [mute], wallNow)).toBe('warning')
  expect(worstTier(all, [mute], wallNow + 1)).toBe('danger')
})
