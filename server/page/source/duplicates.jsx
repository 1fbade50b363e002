// The same drug, or members of one class, more than once.

export function Duplicates({ report, entries }) {
  if (!report.duplicates.length) return null;
  return (
    <section class="panel duplicates" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title">Duplicates <span class="count">{report.duplicates.length}</span></h2>
      <ul>
        {report.duplicates.map(({ summary, medications, ingredient, ...rest }) => (
          <li key={ingredient ?? rest.class}><strong>{summary}</strong>
            <span class="written">{medications.map((at) => <span key={at}><span class="number">{at + 1}</span> {entries[at].text}</span>)}</span></li>
        ))}
      </ul>
    </section>
  );
}
