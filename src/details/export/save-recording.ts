import { saveFile } from '../../ui/page/save-file.ts'
import type { RecordingPurpose } from '../panels/export-menu.tsx'
import type { PanelProps } from '../panels/panel-props.ts'
import { falseAlarmReport } from './false-alarm-report.ts'
import { recordingExport, recordingName } from './recording-export.ts'

/**
 * Saves the recording of the episode, and for a report copies the text that goes with it; nothing is sent. To be called
 * within the trader's click: browsers let nobody else write to the clipboard. Returns what to tell the trader.
 */
export async function saveRecording(purpose: RecordingPurpose, panel: PanelProps): Promise<string> {
  const { say } = panel.words
  const isReport = purpose === 'report'
  try {
    const copied = isReport && copy(falseAlarmReport(panel, recordingName(panel)))
    const file = await recordingExport(panel)
    await copied
    if (file) saveFile(file.name, file.content)
    // A browser that takes the click for over keeps the text that names the file.
    else if (isReport) await copy(falseAlarmReport(panel, null)).catch(() => undefined)
    if (file) return say(isReport ? 'report.done' : 'export.done', { file: file.name })
    return say(isReport ? 'report.doneAlone' : 'export.noRecording')
  } catch (error) {
    return say('export.failed', { reason: error instanceof Error ? error.message : String(error) })
  }
}

const copy = (text: string) => navigator.clipboard.writeText(text)
