// The page of a job: its bar moves as the server tells; at the end the page is loaded as it is then.
const job = document.querySelector("[data-job]");
if (job) {
  const source = new EventSource(job.dataset.job);
  const bar = job.querySelector("progress");
  const count = job.querySelector("[data-count]");
  source.addEventListener("progress", (event) => {
    const told = JSON.parse(event.data);
    if (told.total > 1) { bar.max = told.total; bar.value = told.done; }
    // The server counts in the words of the interface; between its pages the number is enough,
    // in the digits that pages have in every language.
    if (told.reports) { count.textContent = told.reports.toLocaleString("en"); }
  });
  for (const end of ["done", "failed", "cancelled"]) {
    source.addEventListener(end, () => { source.close(); location.reload(); });
  }
  // Refused (the job is forgotten, a token ran out): the page itself says what is the matter.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) { location.reload(); }
  });
}
