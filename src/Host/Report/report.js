//<![CDATA[
(function () {
  "use strict";
  var all = function (what, within) { return Array.prototype.slice.call((within || document).querySelectorAll(what)); };
  var number = function (text) {
    var plain = text.replace(/[,\s%×]/g, "").replace(/−/g, "-").replace(/^[<>≥≤]/, "");
    return plain === "" || isNaN(plain) ? NaN : parseFloat(plain);
  };

  all("table").forEach(function (table) {
    var body = table.tBodies[0];
    if (!body || body.rows.length < 2) return;
    var rows = Array.prototype.slice.call(body.rows);
    all("thead th", table).forEach(function (head, at) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        var sorted = rows.slice().sort(function (a, b) {
          var x = a.cells[at].textContent, y = b.cells[at].textContent, m = number(x), n = number(y);
          var order = isNaN(m) || isNaN(n) ? (isNaN(m) ? 1 : 0) - (isNaN(n) ? 1 : 0) || x.localeCompare(y) : m - n;
          return down ? -order : order;
        });
        sorted.forEach(function (row) { body.appendChild(row); });
      });
    });
    if (rows.length > 15) {
      var filter = document.createElement("input");
      filter.className = "filter";
      filter.type = "search";
      filter.placeholder = "Filter " + rows.length + " rows";
      filter.setAttribute("aria-label", filter.placeholder);
      table.parentNode.parentNode.insertBefore(filter, table.parentNode);
      filter.addEventListener("input", function () {
        var wanted = filter.value.toLowerCase();
        rows.forEach(function (row) { row.hidden = row.textContent.toLowerCase().indexOf(wanted) === -1; });
      });
    }
  });

  var pictures = all(".picture");
  pictures.forEach(function (picture) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Enlarge";
    picture.insertBefore(button, picture.firstChild);
    button.addEventListener("click", function () {
      button.textContent = picture.classList.toggle("large") ? "Back" : "Enlarge";
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    all(".picture.large").forEach(function (picture) { picture.querySelector("button").click(); });
  });

  var light = function (group) {
    all(".picture [data-group]").forEach(function (mark) {
      mark.classList.toggle("dim", group !== null && mark.getAttribute("data-group") !== group);
    });
  };
  all(".picture [data-group]").forEach(function (mark) {
    mark.addEventListener("mouseenter", function () { light(mark.getAttribute("data-group")); });
    mark.addEventListener("mouseleave", function () { light(null); });
  });

  all(".chart").forEach(function (chart) {
    var svg = chart.querySelector(".picture svg");
    if (!svg) return;
    all("figcaption a", chart).forEach(function (link) {
      if (!/\.svg$/.test(link.getAttribute("href"))) return;
      link.download = link.getAttribute("href").split("/").pop();
      link.addEventListener("click", function () {
        link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }));
      });
    });
  });

  var folded = all("details");
  window.addEventListener("beforeprint", function () {
    folded.forEach(function (one) { one.wasOpen = one.open; one.open = true; });
  });
  window.addEventListener("afterprint", function () { folded.forEach(function (one) { one.open = one.wasOpen; }); });
  if (!window.matchMedia("(min-width: 82rem)").matches) all(".contents details").forEach(function (one) { one.open = false; });
})();
//]]>
