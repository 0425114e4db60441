/** The most requests that were received within any one second. */
export function mostInASecond(requests: readonly { at: string }[]): number {
  const times = requests.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  let [most, first] = [0, 0];
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? 0) <= time - 1000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
