import { type ChartSite, chartSites } from '../../exchanges/sites/charts/chart-sites.ts'
import { ChartSiteField } from '../form/chart-site-field.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

interface Props extends Pick<SectionProps, 'settings' | 'words'> {
  /** Ids of the sites that the browser permits; null until it has said. */
  readonly allowed: readonly string[] | null
  /** Call it within the click: the browser may ask for permission. Resolves to false where it was refused. */
  readonly onChartSite: (site: ChartSite, on: boolean) => Promise<boolean>
}

/** The sites of charts and of coins on whose pages Keiho may show a chip, each with its own permission. */
export function ChartPagesSection({ settings, words, allowed, onChartSite }: Props) {
  const { say } = words
  // Settings are shared by machines, permissions are not: what this browser does not permit is off here.
  const isOn = ({ id }: ChartSite) => settings.chartSites.includes(id) && allowed?.includes(id) !== false
  return (
    <Section name="charts" words={words} about={say('charts.about')}>
      <p class="explain">{say('charts.permission')}</p>
      <div class="form">
        {chartSites.map((site) => (
          <ChartSiteField
            key={site.id}
            {...{ site, words }}
            on={isOn(site)}
            onSwitch={(on) => onChartSite(site, on)}
          />
        ))}
      </div>
    </Section>
  )
}
