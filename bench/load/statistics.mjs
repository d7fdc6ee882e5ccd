export const quantile = (values, share) => {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};

export const median = values => quantile(values, 0.5);

export const sleep = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));

export const milliseconds = value => `${value.toFixed(0)} ms`;

/** A row for each [name, value, limit]. */
export function table(rows) {
  console.log('\n| | measured | wanted |\n|---|---|---|');
  for (const [name, value, wanted = ''] of rows) console.log(`| ${name} | ${value} | ${wanted} |`);
  console.log('');
}
