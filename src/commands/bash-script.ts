/** What completes a line of resurs in bash (4 and later). */
export const BASH_SCRIPT = `# Completion of resurs for bash 4 and later, as written by: resurs completion bash
_resurs() {
  COMPREPLY=()
  # The line parted into words without their quotation marks. Nothing in it is ever carried out.
  local line=$COMP_LINE word= quote= isWord= at=0 character typed= openQuote= ahead=0 behind=0
  # What readline replaces begins here; in the word this many letters stand before it.
  local start=$((COMP_POINT - \${#2})) before=0
  local -a words=()
  while ((at <= \${#line})); do
    ((at == start)) && before=\${#word}
    character=\${line:at:1}
    if ((at == COMP_POINT)); then
      typed=$word openQuote=$quote ahead=\${#words[@]} behind=\${#words[@]}
      # The rest of the word at the cursor is of no account.
      [[ -n $isWord || $character == [![:blank:]] ]] && isWord=1 && ((behind += 1))
    fi
    if [[ $quote == "'" && $character != "'" ]]; then
      word+=$character
    elif [[ $character == '\\' && ( -z $quote && -n \${line:at+1:1} || \${line:at+1:1} == [\\$\\\`\\"\\\\] ) ]]; then
      ((at += 1))
      word+=\${line:at:1} isWord=1
    elif [[ -n $quote && $character == "$quote" ]]; then
      quote=
    elif [[ -n $quote ]]; then
      word+=$character
    elif [[ $character == [\\'\\"] ]]; then
      quote=$character isWord=1
    elif [[ $character == [\\<\\>] ]]; then
      # The file of a redirection is the shell's own affair.
      ((at < COMP_POINT)) && return
      break
    elif [[ -z $character || $character == [[:blank:]] ]]; then
      [[ -n $isWord ]] && words+=("$word")
      word= isWord=
    else
      word+=$character isWord=1
    fi
    ((at += 1))
  done

  local candidate rest isFile=
  while IFS=$'\\t' read -r candidate rest; do
    case $candidate in
      '') continue ;;
      :files) isFile=1; continue ;;
      :folders) compopt -o dirnames 2>/dev/null; continue ;;
    esac
    rest=\${candidate:before}
    case $openQuote in
      "'") rest=\${rest//\\'/"'\\\\''"} ;;
      '"')
        # Within these marks nothing keeps bash from its history.
        [[ $rest == *'!'* ]] && continue
        rest=\${rest//\\\\/'\\\\'} rest=\${rest//\\"/'\\"'} rest=\${rest//\\$/'\\$'} rest=\${rest//\\\`/'\\\`'}
        ;;
      *)
        [[ -n $rest ]] && printf -v rest %q "$rest"
        # A comma needs no mark where every brace has one.
        rest=\${rest//\\\\,/,}
        ;;
    esac
    COMPREPLY+=("$rest")
  done < <(command resurs __complete "\${words[@]:behind}" "\${words[@]:1:ahead-1}" "$typed" </dev/null 2>/dev/null)

  # Files are left to the shell, which knows how: it completes them where there are no candidates.
  [[ -n $isFile ]] || compopt +o default 2>/dev/null
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
}
complete -o default -F _resurs resurs
`;
