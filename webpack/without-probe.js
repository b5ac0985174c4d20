// zod tries out whether code can be compiled at run time. A strict content-security policy reports the mere
// attempt, so in what Excel loads the answer is no from the start.
const PROBE = /const F = Function;\s*new F\(""\);\s*return true;/;

module.exports = function withoutProbe(source) {
  if (!PROBE.test(source))
    throw new Error('zod/v4/core/util.js has changed: look at webpack/without-probe.js');
  return source.replace(PROBE, 'return false;');
};
