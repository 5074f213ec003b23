# Copyright 2026 The Roundtrip authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""How servers and proxies of others are set up to ask for a login.

The users are those of USERS. Each server asks in /basic/, /digest/ or what its
configuration says, and sends who is logged in from .../away to another origin
and from .../on to another page of its own.
"""

import base64
import hashlib
import re
import subprocess
from pathlib import Path

from peer import ORIGIN, free_port, is_root

USERS = {'ada': 'pw', 'jürgen': 'p:ä"\\ß €'}
REALM = 'A "place", with commas'
# One that no configuration must escape.
PLAIN = 'A place, with commas'

APACHE = r'''
ServerRoot @place@
PidFile @place@/apache.pid
ErrorLog @place@/apache.log
ServerName localhost
Listen @origin@:@port@
LoadModule mpm_event_module @modules@/mod_mpm_event.so
LoadModule authz_core_module @modules@/mod_authz_core.so
LoadModule authz_user_module @modules@/mod_authz_user.so
LoadModule authn_core_module @modules@/mod_authn_core.so
LoadModule authn_file_module @modules@/mod_authn_file.so
LoadModule auth_basic_module @modules@/mod_auth_basic.so
LoadModule auth_digest_module @modules@/mod_auth_digest.so
LoadModule headers_module @modules@/mod_headers.so
LoadModule asis_module @modules@/mod_asis.so
LoadModule mime_module @modules@/mod_mime.so
LoadModule rewrite_module @modules@/mod_rewrite.so
LogFormat "%u %>s %r %{Cookie}i" login
CustomLog @place@/access login
TypesConfig /dev/null
AddHandler send-as-is asis
DocumentRoot @place@/www
<Directory @place@/www>
  Require all granted
  # In a folder these come after the login, in the server before it.
  RewriteEngine on
  RewriteRule ^[a-z]+/away$ @far@/page [R=302,L]
  RewriteRule ^([a-z]+)/on$ /$1/page?a=b [R=302,L]
</Directory>
<Location /basic>
  AuthType Basic
  AuthName "@escaped@"
  AuthBasicProvider file
  AuthUserFile @place@/users.basic
  Require valid-user
</Location>
<Location /digest>
  AuthType Digest
  AuthName "@plain@"
  AuthUserFile @place@/users.md5
  Require valid-user
</Location>
<Location /once>
  AuthType Digest
  AuthName "@plain@"
  AuthUserFile @place@/users.md5
  AuthDigestNonceLifetime 0
  Require valid-user
</Location>
<Location /cookie>
  AuthType Basic
  AuthName "@plain@"
  AuthBasicProvider file
  AuthUserFile @place@/users.basic
  Require valid-user
  Header always set Set-Cookie "session=one; Path=/"
</Location>
<Location /nobody>
  AuthType Basic
  AuthName "nobody"
  AuthBasicProvider file
  AuthUserFile @place@/users.basic
  Require user nobody
</Location>
<Location /denied>
  Require all denied
</Location>
'''

LIGHTTPD = r'''
server.modules = ("mod_auth", "mod_authn_file", "mod_accesslog", "mod_redirect"@tls_module@)
server.document-root = "@place@/www"
server.bind = "@origin@"
server.port = @port@
server.errorlog = "@place@/lighttpd.log"
accesslog.filename = "@place@/access"
accesslog.format = "%u %s %r"
auth.backend = "htdigest"
auth.backend.htdigest.userfile = "@place@/users.md5"
$HTTP["url"] =~ "^/sha256/" {
  auth.backend.htdigest.userfile = "@place@/users.sha256"
  auth.require = ("" => ("method" => "digest", "algorithm" => "SHA-256",
    "realm" => "@plain@", "require" => "valid-user"))
}
$HTTP["url"] =~ "^/digest/" {
  auth.require = ("" => ("method" => "digest", "algorithm" => "MD5",
    "realm" => "@plain@", "require" => "valid-user"))
}
$HTTP["url"] =~ "^/both/" {
  auth.backend.htdigest.userfile = "@place@/users.sha256"
  auth.require = ("" => ("method" => "digest", "algorithm" => "MD5|SHA-256",
    "realm" => "@plain@", "require" => "valid-user"))
}
$HTTP["url"] =~ "^/userhash/" {
  auth.backend.htdigest.userfile = "@place@/users.userhash"
  auth.require = ("" => ("method" => "digest", "algorithm" => "SHA-256",
    "realm" => "@plain@", "require" => "valid-user", "userhash" => "enable"))
}
$HTTP["url"] =~ "^/basic/" {
  auth.backend = "htpasswd"
  auth.backend.htpasswd.userfile = "@place@/users.basic"
  auth.require = ("" => ("method" => "basic", "realm" => "@plain@", "require" => "valid-user"))
}
url.redirect = ("^/[a-z0-9]+/away" => "@far@/page", "^/([a-z0-9]+)/on" => "/$1/page?a=b")
@tls@
'''

LIGHTTPD_TLS = r'''
$SERVER["socket"] == "@origin@:@tls_port@" {
  ssl.engine = "enable"
  ssl.pemfile = "@place@/own.pem"
  ssl.privkey = "@place@/own.key"
}
'''

NGINX = r'''
@user@
daemon off; master_process off; pid @place@/nginx.pid; error_log @place@/nginx.log;
events { }
http {
  log_format login '$remote_user $status $request'; access_log @place@/access login;
  client_body_temp_path @place@/a; proxy_temp_path @place@/b;
  fastcgi_temp_path @place@/c; uwsgi_temp_path @place@/d; scgi_temp_path @place@/e;
  server {
    listen @origin@:@port@;
    root @place@/www;
    location /basic/ { auth_basic '@twice@'; auth_basic_user_file @place@/users.basic;
      try_files $uri @@elsewhere; }
    location @@elsewhere {
      if ($uri ~ ^/basic/away) { return 302 @far@/page; }
      return 302 /basic/page?a=b; }
    location /torn/ { auth_basic '@quoted@'; auth_basic_user_file @place@/users.basic; }
    location /asked/ { auth_request /check; }
    location = /check { internal; proxy_pass http://@origin@:@port@/basic/page;
      proxy_pass_request_body off; proxy_set_header Content-Length ""; }
    location /denied { deny all; }
  }
}
'''

SQUID = r'''
http_port @origin@:@port@
pid_filename @place@/squid.pid
cache_log @place@/squid.log
logformat login %un %>Hs %rm
access_log stdio:@place@/access login
coredump_dir @place@
cache deny all
visible_hostname peer
pinger_enable off
netdb_filename none
shutdown_lifetime 0 seconds
@schemes@
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all
'''
SQUID_BASIC = '''
auth_param basic program /usr/lib/squid/basic_ncsa_auth @place@/users.apr1
auth_param basic children 1
auth_param basic realm @plain@
'''
SQUID_DIGEST = '''
auth_param digest program /usr/lib/squid/digest_file_auth -c @place@/users.md5
auth_param digest children 1
auth_param digest realm @plain@
'''
SQUID_ONCE = '''
auth_param digest nonce_max_count 1
'''

CADDY = r'''
{
  admin off
  auto_https off
  storage file_system @place@/caddy
}
http://@origin@:@port@ {
  root * @place@/www
  basicauth /basic/* {
    ada @hash@
  }
  route /basic/away {
    redir * @far@/page 302
  }
  route /basic/on {
    redir * /basic/page 302
  }
  file_server
}
'''



def fill(text, **values):
    """Puts values where @name@ stands; "@@" stands for "@"."""
    return re.sub(r'@(\w*)@', lambda mark: str(values[mark[1]]) if mark[1] else '@', text)


def write_users(place):
    """One file for each way of keeping passwords."""
    basic, apr1 = [], []
    for user, secret in USERS.items():
        sha1 = base64.b64encode(hashlib.sha1(secret.encode()).digest()).decode()
        basic.append(f'{user}:{{SHA}}{sha1}\n')
        done = subprocess.run(['openssl', 'passwd', '-apr1', '-stdin'], text=True,
                              input=f'{secret}\n', capture_output=True, check=True)
        apr1.append(f'{user}:{done.stdout.strip()}\n')
    (place / 'users.basic').write_text(''.join(basic), encoding='utf-8')
    (place / 'users.apr1').write_text(''.join(apr1), encoding='utf-8')
    for name in ('md5', 'sha256'):
        lines = [f'{user}:{realm}:{hash_user(name, user, realm, secret)}\n'
                 for user, secret in USERS.items() for realm in (REALM, PLAIN)]
        (place / f'users.{name}').write_text(''.join(lines), encoding='utf-8')
    lines = [f'{user}:{PLAIN}:{hash_user("sha256", user, PLAIN, secret)}:'
             f'{hash_user("sha256", user, PLAIN)}\n' for user, secret in USERS.items()]
    (place / 'users.userhash').write_text(''.join(lines), encoding='utf-8')


def hash_user(name, *parts):
    return hashlib.new(name, ':'.join(parts).encode()).hexdigest()


def fill_folder(place):
    """Pages, and folders that servers of other users may write to."""
    for name in ('basic', 'digest', 'once', 'sha256', 'both', 'userhash', 'asked', 'denied',
                 'nobody', 'torn', 'cookie'):
        (place / 'www' / name).mkdir(parents=True)
        (place / 'www' / name / 'page').write_text('the page\n')
    (place / 'www/page').write_text('the page\n')
    write_users(place)
    for path in [place, *place.rglob('*')]:
        path.chmod(0o777 if path.is_dir() else 0o644)


class Server:
    """One that is set up: where it will be, and what starts it."""

    def __init__(self, name, place, text, **values):
        self.name = name
        self.port = free_port()
        self.url = f'http://{ORIGIN}:{self.port}'
        self.log = place / 'access'
        self.config = place / f'{name}.conf'
        self.config.write_text(
            fill(text, place=place, port=self.port, origin=ORIGIN, plain=PLAIN,
                 quoted=REALM, escaped=REALM.replace('"', '\\"'),
                 twice=REALM.replace('"', '\\\\"'), **values), encoding='utf-8')
        self.command = []


def set_up_apache2(program, place, far):
    server = Server('apache2', place, APACHE, far=far, modules='/usr/lib/apache2/modules')
    # A redirect that comes so late that the next nonce goes with it.
    (place / 'www/once/late.asis').write_text(
        f'Status: 302 Found\nLocation: {server.url}/once/page\n\n')
    server.command = [program, '-X', '-f', server.config]
    return server


def set_up_lighttpd(program, place, far):
    tls_port = free_port()
    tls = Path('/usr/lib/lighttpd/mod_openssl.so').exists() and (place.parent / 'own.pem').exists()
    server = Server(
        'lighttpd', place, LIGHTTPD, far=far, tls_module=', "mod_openssl"' if tls else '',
        tls=fill(LIGHTTPD_TLS, origin=ORIGIN, tls_port=tls_port, place=place.parent) if tls else '')
    server.tls_url = f'https://{ORIGIN}:{tls_port}' if tls else None
    server.command = [program, '-D', '-f', server.config]
    return server


def set_up_nginx(program, place, far):
    server = Server('nginx', place, NGINX, far=far, user='user root;' if is_root() else '')
    server.command = [program, '-p', place, '-c', server.config]
    return server


def set_up_squid(program, place, schemes):
    server = Server('squid', place, SQUID, schemes=fill(schemes, place=place, plain=PLAIN))
    server.command = [program, '-N', '-f', server.config]
    return server


def set_up_caddy(program, place, far):
    hashed = subprocess.run([program, 'hash-password', '--plaintext', USERS['ada']], text=True,
                            capture_output=True, check=True).stdout.strip()
    server = Server('caddy', place, CADDY, far=far, hash=hashed)
    server.command = [program, 'run', '--adapter', 'caddyfile', '--config', server.config]
    return server


def set_up_httpbin(program, place, _far):
    server = Server('httpbin', place, '')
    server.command = [program, '-c', 'import httpbin; httpbin.app.run('
                      f'host="{ORIGIN}", port={server.port}, threaded=True)']
    return server
