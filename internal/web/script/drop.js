// A file may be dropped anywhere on a page that takes one.
const input = document.querySelector("main input[type=file]");
if (input) {
  const form = input.form || input.parentElement;
  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("dropping"); });
  document.addEventListener("dragleave", () => form.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change"));
    input.focus();
  });
}
