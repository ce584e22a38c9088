/** Whether tests play all of what they stand for (`npm test -- --whole`), or a part that shows the same sooner. */
export const isWhole = process.env['TEST_LENGTH'] === 'whole'
