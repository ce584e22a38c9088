import { useState } from 'preact/hooks'
import type { OptionsWords } from '../words.ts'

/** A switch for which the browser may ask the trader. */
export interface PermissionSwitch {
  /** While the browser asks. */
  readonly isBusy: boolean
  /** Why it was not switched the last time, in words; null where it was. */
  readonly error: string | null
  /** Call it within the click. */
  readonly switchTo: (on: boolean) => void
}

/** @param onSwitch resolves to false where the trader declined; rejects if the settings cannot be stored */
export function usePermissionSwitch(
  { say }: OptionsWords,
  onSwitch: (on: boolean) => Promise<boolean>,
): PermissionSwitch {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const switchTo = async (on: boolean) => {
    setIsBusy(true)
    const failed = (reason: unknown) => say('failed', { reason: String(reason) })
    const refused = await onSwitch(on).then((done) => !done && say('venue.refused'), failed)
    setError(refused || null)
    setIsBusy(false)
  }
  return { isBusy, error, switchTo: (on) => void switchTo(on) }
}
