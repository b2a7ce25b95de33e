/** Whether a value can be held as a 64-bit whole number. */
export function isWhole(value: string | null): boolean {
  return value === null || /^-?\d{1,18}$/.test(value);
}
