import { useEffect, useState } from 'preact/hooks'
import type { Queries } from '../../shared/messages/queries.ts'
import type { SensitivityChoice, Settings } from '../../shared/settings/settings.ts'

/** The alerts that some settings would have given in the last 7 days. */
export type Preview = Queries['preview']['answer']

/** Queries the background; undefined where the result is unknown. */
export type FetchPreview = (settings: Settings) => Promise<Preview | undefined>

/** Previews by sensitivity. A missing key is pending; an undefined value is unknown. */
export type Previews = Partial<Record<SensitivityChoice['kind'], Preview | undefined>>

/** Previews of the present settings, at every named sensitivity and at the custom one where it is chosen. */
export function usePreviews(settings: Settings, fetchPreview: FetchPreview): Previews {
  const [previews, setPreviews] = useState<Previews>({})
  // Settings that were read again are a new object with the same content: no new query.
  const content = JSON.stringify(settings)
  useEffect(() => {
    let isCurrent = true
    const named = [{ kind: 'quiet' }, { kind: 'balanced' }, { kind: 'sensitive' }] as const
    const custom = settings.sensitivity.kind === 'custom' ? [settings.sensitivity] : []
    for (const sensitivity of [...named, ...custom])
      void fetchPreview({ ...settings, sensitivity }).then((preview) => {
        // The settings may have changed meanwhile.
        if (isCurrent) setPreviews((previous) => ({ ...previous, [sensitivity.kind]: preview }))
      })
    return () => {
      isCurrent = false
    }
  }, [content, fetchPreview])
  return previews
}
