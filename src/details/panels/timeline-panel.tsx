import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { Placeholder } from './placeholder.tsx'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'
import { StatementLink } from './statement-link.tsx'
import type { TimelineEntry } from '../timeline/timeline.ts'
import { timelineEntries } from '../timeline/timeline-rows.ts'
import { zonesOf, type Zone } from '../timeline/zones.ts'

/** Measured and official entries on one timeline, each with its time in two time zones. */
export function TimelinePanel(props: PanelProps) {
  const { view, words, venueName } = props
  const { say } = words
  const { episode, marketNow, isCourseComplete } = view
  const entries = timelineEntries(props)
  const zones = zonesOf(words, episode?.startedAt ?? marketNow)
  return (
    <Panel name="timeline" title={say('timeline')} subtitle={say('timeline.aside')}>
      {entries.length > 0 ? (
        <table class="t">
          <thead>
            <tr>
              <th scope="col" class="time">
                {zones[0].name}
              </th>
              <th scope="col" class="time">
                {zones[1].name}
              </th>
              <th scope="col">{say('timeline.what')}</th>
              <th scope="col" class="r">
                {say('timeline.source')}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, i) => (
              <tr key={entry.key} class={entry.statement ? 'official' : ''}>
                {zones.map((zone) => (
                  <td key={zone.name} class="time num">
                    <Time {...{ zone, entry }} before={entries[i - 1]} />
                  </td>
                ))}
                <td>
                  <span class={`what ${entry.colour ? `tone-${entry.colour}` : ''}`}>
                    <PageIcon name={entry.icon} />
                    <span>{entry.text}</span>
                  </span>
                </td>
                <td class="r">
                  {entry.statement ? (
                    <StatementLink statement={entry.statement} venue={view.venue} venueName={venueName} />
                  ) : (
                    <span class="unknown">{say('timeline.measured')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Placeholder result="known" words={words} none={say('timeline.empty')} />
      )}
      {episode && !isCourseComplete && <p class="note">{say('timeline.partly')}</p>}
    </Panel>
  )
}

/** A time of day, with the day where it differs from the entry before. */
function Time({
  zone,
  entry,
  before,
}: {
  zone: Zone
  entry: TimelineEntry
  before: TimelineEntry | undefined
}) {
  const day = zone.day(entry.at)
  return (
    <>
      {day !== (before && zone.day(before.at)) && <small>{day} </small>}
      {zone.clock(entry.at)}
    </>
  )
}
