import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { Nothing } from './nothing.tsx'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'
import { SourceLink } from './source-link.tsx'
import type { Entry } from '../timeline/timeline.ts'
import { timelineRows } from '../timeline/timeline-rows.ts'
import { zonesOf, type Zone } from '../timeline/zones.ts'

/** Measured and official entries on one timeline, each on two clocks. */
export function TimelinePanel(part: Part) {
  const { scene, words, venueName } = part
  const { say } = words
  const { episode, marketNow, whole } = scene
  const entries = timelineRows(part)
  const zones = zonesOf(words, episode?.startedAt ?? marketNow)
  return (
    <Panel name="timeline" title={say('timeline')} aside={say('timeline.aside')}>
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
                  <span class={`what ${entry.tone ? `tone-${entry.tone}` : ''}`}>
                    <PageIcon name={entry.icon} />
                    <span>{entry.text}</span>
                  </span>
                </td>
                <td class="r">
                  {entry.statement ? (
                    <SourceLink statement={entry.statement} venue={scene.venue} name={venueName} />
                  ) : (
                    <span class="unknown">{say('timeline.measured')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Nothing answer="known" words={words} none={say('timeline.empty')} />
      )}
      {episode && !whole && <p class="note">{say('timeline.partly')}</p>}
    </Panel>
  )
}

/** A time of day, with its day where that is a new one. */
function Time({ zone, entry, before }: { zone: Zone; entry: Entry; before: Entry | undefined }) {
  const day = zone.day(entry.at)
  return (
    <>
      {day !== (before && zone.day(before.at)) && <small>{day} </small>}
      {zone.clock(entry.at)}
    </>
  )
}
