/** The most requests within any one second. @param moments in milliseconds of one clock */
export function mostInASecond(moments: readonly number[]): number {
  const times = [...moments].sort((a, b) => a - b);
  let [most, first] = [0, 0];
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? 0) <= time - 1000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
