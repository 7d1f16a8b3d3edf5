/** The entry point of each generation (docs/protocol/domestic.md sections 1.2.1, 3.2 and 3.3). */

/**
 * 1.0.1: posts to the merchant's auth file, synchronously, then opens the window. Says nothing at all when that
 * request fails, and leaves the empty layer on screen. Tokens brought by the page itself skip the request (mode B).
 */
export const AUTH_CHECK_1_0_1: string = String.raw`
var PaypleCpayAuthCheck = function (obj) {
  CreateCpayLayer(obj);
  if (obj.PCD_AUTH_KEY && obj.PCD_PAY_URL) {
    PaypleCpayPopup(obj, obj.PCD_PAY_URL);
    return;
  }
  var folder = obj.payple_dir_path || "";
  var file = obj.payple_auth_file || "payple_payAuth.html";
  var absolute = file.charAt(0) == "/" || /^https?:\/\//.test(file);
  var body = new FormData();
  body.append("payple_dir_path", folder);
  var request = new XMLHttpRequest();
  request.open("POST", absolute ? file : folder + "/cPayPayple/" + file, false);
  request.setRequestHeader("Accept", "application/json, text/javascript, */*; q=0.01");
  // A load handler, so that a mistake in the caller's object surfaces like one in jQuery's success callback:
  // reported to the window, never thrown to the caller.
  request.onload = function () {
    if (request.status < 200 || request.status >= 300) return;
    var answer;
    try { answer = JSON.parse(request.responseText); } catch (error) { return; }
    if (!answer || answer.result != "success") {
      alert(answer ? answer.result_msg : undefined);
      return;
    }
    obj.PCD_CST_ID = answer.cst_id;
    obj.PCD_CUST_KEY = answer.custKey;
    obj.PCD_AUTH_KEY = answer.AuthKey;
    PaypleCpayPopup(obj, answer.return_url);
  };
  try { request.send(body); } catch (error) { /* network trouble: silence */ }
};

var PaypleLinkCpayAuthCheck = function () {};
`

/** v1: goes to Payple with the client key. An address brought by the page is used unchanged. */
export const AUTH_CHECK_V1: string = String.raw`
var PaypleCpayAuthCheck = function (obj) {
  CreateCpayLayer(obj);
  PaypleCpayPopup(obj, obj.PCD_PAY_URL || __ORIGIN__ + "/index.php?ACT_=PAYM");
};

var PaypleLinkCpayAuthCheck = function () {};
`
