import type { Facts } from '../scene/facts.ts'
import type { Scene } from '../scene/scene.ts'

/**
 * Whether a scene covers the page until the trader has answered: Danger of the very pair on screen, heard now, where
 * the trader switched that on. What is muted, hidden or ignored makes no scene, so it never does.
 */
export function asksToPause(scene: Scene, { pair, settings }: Pick<Facts, 'pair' | 'settings'>): boolean {
  if (!settings.pause || scene.kind !== 'episode') return false
  const { tier, base, quote } = scene.episode
  return tier === 'danger' && base === pair?.base && quote === pair.quote
}
