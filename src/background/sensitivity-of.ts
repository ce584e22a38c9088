import { type Sensitivity, sensitivityShift } from '../detect/sensitivity.ts'
import type { SensitivityChoice } from '../shared/settings.ts'

/** The engine's sensitivity for what the trader chose: for a shift of one's own, the nearest. */
export function sensitivityOf(choice: SensitivityChoice): Sensitivity {
  if (choice.kind !== 'custom') return choice.kind
  const names: readonly Sensitivity[] = ['quiet', 'balanced', 'sensitive']
  const off = (name: Sensitivity) => Math.abs(sensitivityShift[name] - choice.shift)
  return names.reduce((best, name) => (off(name) < off(best) ? name : best))
}
