/**
 * `/common/js/gpay-1.0.1.js`, written anew from docs/protocol/overseas.md section 3: it defines exactly two globals, says nothing when
 * it has loaded, has no callback, and posts the result to `resultUrl`. Text, not a function, so that no bundler rewrites it.
 */
const SCRIPT: string = String.raw`/* Payple sandbox, overseas window. Not Payple: nothing here talks to a bank. */
(function () {
  var origin = __ORIGIN__;
  var layer = null;
  var remove = function () { if (layer) { layer.remove(); layer = null; } };
  var post = function (action, fields, target) {
    var form = document.createElement("form");
    form.method = "post";
    form.action = action;
    if (target) form.target = target;
    form.style.display = "none";
    for (var name in fields) {
      var input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = fields[name];
      form.appendChild(input);
    }
    document.body.appendChild(form);
    form.submit();
    form.remove();
  };
  window.paypleGpayPaymentRequest = function (obj) {
    var fields = {};
    for (var name in obj) fields[name] = obj[name] == null ? "" : String(obj[name]);
    if (fields.isDirect === "Y") return post(origin + "/_/gpay/open", fields);
    remove();
    layer = document.createElement("div");
    layer.id = "sandbox_gpay_layer";
    layer.style.cssText = "position:fixed;inset:0;z-index:16777270;display:grid;place-items:center;background:rgba(12,15,22,0.62);";
    var frame = document.createElement("iframe");
    frame.name = "sandbox_gpay_frame";
    frame.title = "Payment";
    frame.style.cssText = "width:min(480px,100vw);height:min(760px,100vh);height:min(760px,100dvh);border:0;border-radius:16px;background:white;";
    layer.appendChild(frame);
    document.body.appendChild(layer);
    post(origin + "/_/gpay/open", fields, frame.name);
  };
  window.MainBodyAction = function (action) { if (action === "close") remove(); };
  window.addEventListener("message", function (event) {
    var message = event.data || {};
    if (event.origin !== origin || message.type !== "sandbox-gpay" || !layer) return;
    remove();
    if (message.action) post(message.action, message.fields);
  });
})();
`

/** The script, which learns its own host from where it was served. */
export function overseasScript(origin: string): string {
  return SCRIPT.replaceAll('__ORIGIN__', JSON.stringify(origin).replaceAll('<', '\\u003c'))
}
