import type { ChartSite } from '../../exchanges/sites/charts/chart-sites.ts'
import { Switch } from '../../ui/form/switch.tsx'
import type { OptionsWords } from '../words.ts'
import { FormField } from './form-field.tsx'
import { usePermissionSwitch } from './use-permission-switch.ts'

interface Props {
  readonly site: ChartSite
  /** Whether it is switched on and the browser permits it. */
  readonly on: boolean
  readonly words: OptionsWords
  /** Call it within the click: the browser may ask for permission. Resolves to false where it was refused. */
  readonly onSwitch: (on: boolean) => Promise<boolean>
}

/** One chart site: its switch, and the pages that its permission is for. */
export function ChartSiteField({ site, on, words, onSwitch }: Props) {
  const { isBusy, error, switchTo } = usePermissionSwitch(words, onSwitch)
  const id = `chart-${site.id}`
  const hosts = site.pages.map((page) => page.replace(/^https:\/\/|\/\*$/g, ''))
  return (
    <FormField name={site.name} controlId={id} about={hosts.join(words.say('venue.hosts.join'))}>
      <Switch id={id} on={on} describedBy={`${id}-about`} isBusy={isBusy} onSwitch={switchTo} />
      <small class="wrong" role="alert">
        {error}
      </small>
    </FormField>
  )
}
