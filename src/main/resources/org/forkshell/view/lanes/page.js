(function () {
  'use strict';
  var body = document.body;
  var said = document.getElementById('said');
  var rows = Array.prototype.slice.call(document.querySelectorAll('.row[data-step]'));
  var steps = [];
  rows.forEach(function (row) {
    var step = row.getAttribute('data-step');
    if (steps.indexOf(step) < 0) { steps.push(step); }
  });
  steps.sort(function (a, b) { return a - b; });
  if (!steps.length) { return; }
  body.classList.add('live');
  var at = -1;

  function each(selector, action) { Array.prototype.forEach.call(document.querySelectorAll(selector), action); }

  function show(index, scroll) {
    at = Math.max(0, Math.min(steps.length - 1, index));
    each('.now', function (element) { element.classList.remove('now'); });
    var line = '';
    each('[data-step="' + steps[at] + '"]', function (element) {
      element.classList.add('now');
      line = element.getAttribute('data-at') || line;
      (element.getAttribute('data-lanes') || '').split(' ').forEach(function (lane) {
        if (lane) { each('.' + lane, function (part) { part.classList.add('now'); }); }
      });
      var title = element.querySelector('title');
      if (title) { said.textContent = (at + 1) + '/' + steps.length + '  ' + title.textContent; }
      if (scroll) { element.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
    });
    each('li[data-line="' + line + '"]', function (element) {
      element.classList.add('now');
      if (scroll) { element.scrollIntoView({ block: 'nearest' }); }
    });
  }

  function stepOf(target) {
    var element = target.closest && target.closest('[data-step]');
    return element ? steps.indexOf(element.getAttribute('data-step')) : -1;
  }

  document.addEventListener('mouseover', function (event) {
    var index = stepOf(event.target);
    if (index >= 0 && index !== at) { show(index, false); }
  });
  document.addEventListener('click', function (event) {
    var index = stepOf(event.target);
    var line = event.target.closest && event.target.closest('li[data-line]');
    if (index >= 0) {
      show(index, true);
    } else if (line) {
      // The next thing that happened on this line.
      var wanted = line.getAttribute('data-line');
      for (var i = 1; i <= steps.length; i++) {
        var next = (at + i) % steps.length;
        if (document.querySelector('.row[data-step="' + steps[next] + '"][data-at="' + wanted + '"]')) {
          show(next, true);
          break;
        }
      }
    }
  });
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    var to = { ArrowDown: at + 1, ArrowRight: at + 1, j: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, k: at - 1, Home: 0, End: steps.length - 1 }[event.key];
    if (to !== undefined) {
      show(to, true);
      event.preventDefault();
    }
  });
  document.getElementById('back').addEventListener('click', function () { show(at - 1, true); });
  document.getElementById('next').addEventListener('click', function () { show(at + 1, true); });
}());
