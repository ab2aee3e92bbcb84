// Where the browser can share by itself, a letter's link becomes its button; everything works without this.
if (navigator.share) {
  for (const link of document.querySelectorAll("a[data-share]")) {
    link.textContent = link.dataset.label;
    link.setAttribute("role", "button");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      navigator.share({ title: link.dataset.title, url: link.dataset.share }).catch(() => {});
    });
  }
}
