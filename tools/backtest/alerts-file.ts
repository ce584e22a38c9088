import { open, type FileHandle } from 'node:fs/promises'
import { UsageError } from '../command-line.ts'
import type { Alert } from './alert.ts'

/**
 * Opens the file for alerts before the replay, so that a wrong path fails at once.
 *
 * @throws UsageError where it cannot be written
 */
export async function openAlertsFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'w')
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Appends alerts, one JSON object a line. */
export async function writeAlerts(file: FileHandle, alerts: readonly Alert[]): Promise<void> {
  if (alerts.length > 0) await file.write(alerts.map((alert) => `${JSON.stringify(alert)}\n`).join(''))
}
