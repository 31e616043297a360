/** What completes a line of resurs in fish (3.1 and later). */
export const FISH_SCRIPT = `# Completion of resurs for fish, as written by: resurs completion fish
function __resurs_complete
    # Words without their quotation marks. Nothing in them is ever carried out. fish shows none behind the cursor.
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l word (string unescape -- (commandline -ct))
    for line in (command resurs __complete $typed "$word" </dev/null 2>/dev/null)
        set -l parts (string split -m 1 \\t -- $line)
        # What stands before the file in its word, such as --out=.
        set -l before "$parts[2]"
        set -l path (string sub -s (math 1 + (string length -- "$before")) -- "$word")
        switch $parts[1]
            case :files
                printf '%s\\n' $before(__fish_complete_path "$path")
            case :folders
                printf '%s\\n' $before(__fish_complete_directories "$path" '')
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete -c resurs -e
complete -c resurs -f -k -a '(__resurs_complete)'
`;
