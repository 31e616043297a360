/** What completes a line of resurs in zsh. */
export const ZSH_SCRIPT = `#compdef resurs
# Completion of resurs for zsh, as written by: resurs completion zsh
_resurs() {
  # Words without their quotation marks, those behind the cursor first. Nothing in them is ever carried out.
  local -a typed=("\${(@Q)words[CURRENT+1,-1]}" "\${(@Q)words[2,CURRENT-1]}") names openNames shown openShown paths list
  local current=\${(Q)\${:-$QIPREFIX$PREFIX$compstate[quote]}} line name meaning before how
  for line in "\${(@f)$(command resurs __complete "\${typed[@]}" "$current" </dev/null 2>/dev/null)}"; do
    name=\${line%%$'\\t'*} meaning=
    [[ $line == *$'\\t'?* ]] && meaning=\${line#*$'\\t'} list=(-l)
    case $name in
      '') ;;
      :files) paths=(_files) before=$meaning ;;
      :folders) paths=(_files -/) before=$meaning ;;
      *[:=]) openNames+=("$name") openShown+=("$name\${meaning:+  -- $meaning}") ;;
      *) names+=("$name") shown+=("$name\${meaning:+  -- $meaning}") ;;
    esac
  done
  local -i found=1
  # zsh does not know å from Å everywhere: where it finds none among the candidates, they are taken as they come.
  for how in 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' ''; do
    [[ -n $how ]] && how=-M$how || how=-U
    compadd -V resurs $how $list -d shown -a names && found=0
    compadd -V open $how $list -S '' -d openShown -a openNames && found=0
    ((found)) || break
  done
  if ((\${#paths})); then
    # What stands before the file in its word, such as --out=.
    [[ -n $before ]] && compset -p \${#before}
    $paths && found=0
  fi
  return found
}
(($+functions[compdef])) || { autoload -Uz compinit && compinit }
compdef _resurs resurs
`;
